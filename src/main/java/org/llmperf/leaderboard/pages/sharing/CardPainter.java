package org.llmperf.leaderboard.pages.sharing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws cards, 1200 by 630 pixels, in the colours of the pages and the platform's own sans serif font. */
final class CardPainter {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 64;
    private static final int RIGHT = WIDTH - MARGIN;
    private static final int FIRST_ROW = 334;
    private static final int ROW = 58;

    /** More do not fit. */
    private static final int ROWS = 5;

    private static final int NAMES = 176;
    private static final int BARS = 560;
    private static final int BARS_END = 850;

    private static final Color PAPER = new Color(0xfdfdfb);
    private static final Color INK = new Color(0x17181a);
    private static final Color MUTED = new Color(0x595a5c);
    private static final Color RULE = new Color(0xdcdcd6);
    private static final Color ACCENT = new Color(0x0a58a8);
    private static final Color WARNING = new Color(0x8f3d00);

    static {
        // a server has no screen, and must not look for one where a variable of the environment names one
        System.setProperty("java.awt.headless", "true");
        // pictures are small, so that no file is needed to write one
        ImageIO.setUseCache(false);
    }

    private final Graphics2D pen;

    private CardPainter(Graphics2D pen) {
        this.pen = pen;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** As a PNG file. */
    static byte[] png(Card card) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            new CardPainter(pen).paint(card);
        } finally {
            pen.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void paint(Card card) {
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        mark();
        write("LLMPerf Leaderboard", MARGIN + 62, 96, font(Font.BOLD, 28), INK);
        writeLeftOf(RIGHT, card.kicker(), 96, font(Font.PLAIN, 24), MUTED);
        write(fitted(card.title(), font(Font.BOLD, 60), RIGHT - MARGIN), MARGIN, 200, font(Font.BOLD, 60), INK);
        int after = MARGIN;
        if (!card.warning().isEmpty()) {
            after = chip(card.warning());
        }
        Font small = font(Font.PLAIN, 28);
        write(fitted(card.subtitle(), small, RIGHT - after), after, 256, small, MUTED);
        List<Card.Row> rows = card.rows().stream().limit(ROWS).toList();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), FIRST_ROW + i * ROW);
        }
    }

    /** The site's icon: three intervals. */
    private void mark() {
        pen.setColor(new Color(0x14161a));
        pen.fill(new RoundRectangle2D.Double(MARGIN, 64, 44, 44, 16, 16));
        double[][] lines = {{8, 14, 28, 18}, {8, 22, 36, 28}, {8, 30, 20, 14}};
        pen.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double[] line : lines) {
            pen.setColor(new Color(0x8ec5ff));
            pen.draw(new Line2D.Double(MARGIN + line[0], 64 + line[1], MARGIN + line[2], 64 + line[1]));
            pen.setColor(Color.WHITE);
            pen.fill(new Ellipse2D.Double(MARGIN + line[3] - 4, 64 + line[1] - 4, 8, 8));
        }
    }

    /** A word in a frame; says where the text after it begins. */
    private int chip(String word) {
        Font font = font(Font.BOLD, 24);
        int width = pen.getFontMetrics(font).stringWidth(word);
        pen.setColor(WARNING);
        pen.setStroke(new BasicStroke(2.5f));
        pen.draw(new RoundRectangle2D.Double(MARGIN, 228, width + 24.0, 38, 10, 10));
        write(word, MARGIN + 12, 256, font, WARNING);
        return MARGIN + width + 44;
    }

    private void row(Card.Row row, int baseline) {
        pen.setColor(RULE);
        pen.fillRect(MARGIN, baseline - 40, RIGHT - MARGIN, 1);
        Font plain = font(Font.PLAIN, 28);
        Font bold = font(Font.BOLD, 30);
        int names = row.lead().isEmpty() ? MARGIN : NAMES;
        write(row.lead(), MARGIN, baseline, plain, MUTED);
        write(fitted(row.text(), bold, BARS - 24 - names), names, baseline, bold, INK);
        row.bar().ifPresent(bar -> bar(bar, baseline - 10));
        int free = RIGHT
                - BARS
                - (row.value().isEmpty() ? 0 : pen.getFontMetrics(bold).stringWidth(row.value()) + 24);
        write(fitted(row.detail(), plain, free), BARS, baseline, plain, MUTED);
        writeLeftOf(RIGHT, row.value(), baseline, bold, INK);
    }

    private void bar(Card.Bar bar, int middle) {
        int length = BARS_END - BARS;
        pen.setStroke(new BasicStroke(2));
        pen.setColor(RULE);
        pen.draw(new Line2D.Double(BARS, middle, BARS_END, middle));
        pen.setStroke(new BasicStroke(10));
        pen.setColor(new Color(ACCENT.getRed(), ACCENT.getGreen(), ACCENT.getBlue(), 110));
        pen.draw(new Line2D.Double(BARS + bar.low() * length, middle, BARS + bar.high() * length, middle));
        pen.setColor(ACCENT);
        pen.fill(new Ellipse2D.Double(BARS + bar.value() * length - 9, middle - 9, 18, 18));
    }

    private void write(String text, int x, int baseline, Font font, Color colour) {
        pen.setFont(font);
        pen.setColor(colour);
        pen.drawString(text, x, baseline);
    }

    private void writeLeftOf(int end, String text, int baseline, Font font, Color colour) {
        write(text, end - pen.getFontMetrics(font).stringWidth(text), baseline, font, colour);
    }

    /** Cut so that it does not reach beyond the width. */
    private String fitted(String text, Font font, int width) {
        FontMetrics metrics = pen.getFontMetrics(font);
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
