package org.llmperf.leaderboard.pages.sharing;

/**
 * How wide a text is in the sans serif fonts that readers have, roughly: they differ by a tenth, and an image that is text
 * itself has to say how wide it is before anybody draws it.
 */
final class TextWidth {
    private static final String NARROW = "iljtfrI.,:;|!'()[]/ \u00a0";
    private static final String WIDE = "mwMW%@–—";

    private TextWidth() {}

    /**
     * @param size of the font, in pixels
     */
    static int of(String text, double size) {
        double ems = text.codePoints().mapToDouble(TextWidth::ems).sum();
        return (int) Math.ceil(ems * size);
    }

    private static double ems(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 0.36;
        }
        if (WIDE.indexOf(character) >= 0) {
            return 0.95;
        }
        // beyond Latin, Greek and Cyrillic letters are as wide as they are high
        return character > 0x2e80 ? 1 : Character.isUpperCase(character) ? 0.7 : 0.61;
    }
}
