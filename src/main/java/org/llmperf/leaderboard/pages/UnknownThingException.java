package org.llmperf.leaderboard.pages;

/** An address names something that does not exist here; becomes a page with status 404. */
public final class UnknownThingException extends RuntimeException {
    private final String kind;
    private final String name;
    private final String list;

    /**
     * @param kind for example {@code provider}
     * @param list address of the page with all there are
     */
    public UnknownThingException(String kind, String name, String list) {
        super(kind + " " + Format.brief(name));
        this.kind = kind;
        this.name = Format.brief(name);
        this.list = list;
    }

    public String kind() {
        return kind;
    }

    /** Cut to a bounded length. */
    public String name() {
        return name;
    }

    public String list() {
        return list;
    }
}
