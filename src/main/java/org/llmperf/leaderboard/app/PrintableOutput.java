package org.llmperf.leaderboard.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Lets nothing through to a terminal that steers it: control characters, and marks that turn the direction of writing, are
 * written as {@code \\u001B}, which JSON reads as the same character. Put below everything that prints, so that no command
 * and no line of a log has to think of it: names and errors of providers, files and people stand in all of them.
 *
 * <p>It works on bytes, of UTF-8 or any encoding that has ASCII in it. Colours are lost, ours too.
 */
final class PrintableOutput extends FilterOutputStream {
    private static final String LINE = "\t" + System.lineSeparator();
    private static final int LAST_C1 = 0x9F;
    private static final int LEAD = 0xC2;
    private static final int LONGEST = 4;

    /** Of a character that is not complete yet. */
    private final ByteBuffer begun = ByteBuffer.allocate(LONGEST);

    PrintableOutput(OutputStream out) {
        super(out);
    }

    /** From now on for all of the program. */
    static void install() {
        System.setOut(new PrintStream(new PrintableOutput(System.out), true));
        System.setErr(new PrintStream(new PrintableOutput(System.err), true));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public void write(int value) throws IOException {
        int next = value & 0xFF;
        boolean follows = begun.position() > 0 && next >> 6 == 0b10;
        if (!follows) {
            flushBegun();
        }
        if (follows || next >= LEAD) {
            begun.put((byte) next);
            if (begun.position() == length(begun.get(0) & 0xFF)) {
                flushBegun();
            }
        } else if (steers(next) || next >= Byte.MAX_VALUE && next <= LAST_C1) {
            escape(String.valueOf((char) next));
        } else {
            out.write(next);
        }
    }

    private static int length(int lead) {
        return lead >= 0xF0 ? LONGEST : lead >= 0xE0 ? 3 : 2;
    }

    /** What is no character of UTF-8 is left as it is: a terminal of another encoding may know it. */
    private void flushBegun() throws IOException {
        if (begun.position() == 0) {
            return;
        }
        begun.flip();
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(begun.duplicate());
            if (steers(Character.codePointAt(text, 0))) {
                escape(text.toString());
                return;
            }
        } catch (CharacterCodingException e) {
            // not of UTF-8
        }
        out.write(begun.array(), 0, begun.limit());
        begun.clear();
    }

    private static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> LINE.indexOf(character) < 0;
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private void escape(String text) throws IOException {
        begun.clear();
        for (char unit : text.toCharArray()) {
            out.write("\\u%04X".formatted((int) unit).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
