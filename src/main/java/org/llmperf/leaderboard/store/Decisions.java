package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What maintainers decide about results and providers. Readers see each decision with its reason, not who took it. */
@ApplicationScoped
@Transactional
public class Decisions {

    /**
     * Takes a published run out of the ranking, or back into it.
     *
     * @param reason in words for readers
     * @throws RefusedException.Missing if there is no such published run
     * @throws RefusedException.Conflict if it is so already
     */
    public void decide(UUID run, boolean withheld, String reason, String by, Instant at) {
        RunRow.findPublished(run)
                .orElseThrow(() -> new RefusedException.Missing("There is no published run " + run + "."));
        if (RunStandingRow.withholds(run) == withheld) {
            throw new RefusedException.Conflict(withheld ? "It is withheld already." : "It is not withheld.");
        }
        var row = new RunStandingRow();
        row.runId = run;
        row.withheld = withheld;
        row.reason = CleanText.of(reason);
        row.decidedBy = by;
        row.decidedAt = at;
        row.persist();
    }

    /** The providers that rounds leave out for now, each with the reason in words for readers. */
    public Map<String, String> paused() {
        var reasons = new TreeMap<String, String>();
        ProviderPauseRow.<ProviderPauseRow>listAll().forEach(row -> reasons.put(row.provider, row.reason));
        return reasons;
    }

    /**
     * @throws RefusedException.Missing if there is no such provider
     * @throws RefusedException.Conflict if it is paused already
     */
    public void pause(String provider, String reason, String by, Instant at) {
        requireProvider(provider);
        if (ProviderPauseRow.findById(provider) != null) {
            throw new RefusedException.Conflict("It is paused already.");
        }
        var row = new ProviderPauseRow();
        row.provider = provider;
        row.reason = CleanText.of(reason);
        row.pausedBy = by;
        row.pausedAt = at;
        row.persist();
    }

    /**
     * @throws RefusedException.Conflict if it is not paused
     */
    public void resume(String provider) {
        if (!ProviderPauseRow.deleteById(provider)) {
            throw new RefusedException.Conflict("It is not paused.");
        }
    }

    /** The newest day first. */
    public List<Annotation> annotations() {
        return AnnotationRow.listNewest().stream()
                .map(AnnotationRow::toAnnotation)
                .toList();
    }

    /** Those that its figures should be read with, the newest day first. */
    public List<Annotation> annotations(String provider) {
        return AnnotationRow.ofProvider(provider).stream()
                .map(AnnotationRow::toAnnotation)
                .toList();
    }

    /**
     * @throws RefusedException.Missing if there is no such provider
     */
    public UUID annotate(Optional<String> provider, LocalDate day, String text, String by, Instant at) {
        provider.ifPresent(Decisions::requireProvider);
        var row = new AnnotationRow();
        row.id = UUID.randomUUID();
        row.provider = provider.orElse(null);
        row.day = day;
        row.text = CleanText.of(text);
        row.saidBy = by;
        row.saidAt = at;
        row.persist();
        return row.id;
    }

    /**
     * @throws RefusedException.Missing if there is none
     */
    public void removeAnnotation(UUID id) {
        if (!AnnotationRow.deleteById(id)) {
            throw new RefusedException.Missing("There is no such note.");
        }
    }

    private static void requireProvider(String slug) {
        if (ProviderRow.findById(slug) == null) {
            throw new RefusedException.Missing("There is no provider “" + slug + "”.");
        }
    }
}
