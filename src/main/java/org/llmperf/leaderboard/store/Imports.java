package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.llmperf.ResultFiles;

/** Runs that another program measured, read from its result files. They stand beside the board's own and are never ranked. */
@ApplicationScoped
@Transactional
public class Imports {

    /**
     * @param source of the files, in words for readers
     * @param summaryFile as it was read
     * @param individualFile as it was read
     * @return whether it was new; a run whose files are there already is not stored again
     */
    public boolean save(LlmperfAudit audit, String source, String summaryFile, String individualFile, Instant at) {
        String hash = hash(summaryFile, individualFile);
        if (ImportRow.existsWith(hash)) {
            return false;
        }
        ImportRow row = ImportRow.of(audit, source, at);
        row.slug = freeSlug(audit.files().name());
        row.summaryFile = summaryFile;
        row.individualFile = individualFile;
        row.filesHash = hash;
        row.persist();
        EditionRow.next();
        return true;
    }

    /** All of them, those written last first. */
    public List<StoredImport> list() {
        return ImportRow.listNewestFirst().stream().map(ImportRow::toImport).toList();
    }

    /** Absent when there is none of this slug. */
    public Optional<StoredImport> find(String slug) {
        return ImportRow.findBySlug(slug).map(ImportRow::toImport);
    }

    /** Summary and individual responses as they were read; absent when there is none of this slug. */
    public Optional<ResultFiles> files(String slug) {
        return ImportRow.findBySlug(slug).map(row -> ResultFiles.read(slug, row.summaryFile, row.individualFile));
    }

    private static String freeSlug(String name) {
        String slug = CleanText.of(name);
        for (int number = 2; ImportRow.findBySlug(slug).isPresent(); number++) {
            slug = CleanText.of(name) + "-" + number;
        }
        return slug;
    }

    private static String hash(String... texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
