package org.llmperf.leaderboard.store.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.store.CleanText;

/** The tokens of programs. */
@ApplicationScoped
@Transactional
public class ApiTokens {

    /** Whom a token stands for. */
    public record Bearer(Account account, ApiToken token) {}

    /**
     * @param keyHash SHA-256 of what the program shows
     */
    public ApiToken add(String keyHash, UUID account, String label, boolean mayAct, Instant at, Instant expiresAt) {
        var row = new ApiTokenRow();
        row.id = UUID.randomUUID();
        row.keyHash = keyHash;
        row.account = AccountRow.findById(account);
        row.label = CleanText.of(label);
        row.mayAct = mayAct;
        row.createdAt = at;
        row.expiresAt = expiresAt;
        row.persist();
        return row.toToken();
    }

    /** Absent if there is none, it is too old or revoked, or its account is closed. */
    public Optional<Bearer> find(String keyHash, Instant at) {
        return ApiTokenRow.findWithAccount(keyHash)
                .filter(row -> row.revokedAt == null && row.expiresAt.isAfter(at) && row.account.closedAt == null)
                .map(row -> new Bearer(row.account.toAccount(), row.toToken()));
    }

    /** The newest first. */
    public List<ApiToken> list(UUID account) {
        return ApiTokenRow.listOf(account).stream().map(ApiTokenRow::toToken).toList();
    }

    /** Whether the account has it and it was not revoked before. */
    public boolean revoke(UUID id, UUID account, Instant at) {
        return ApiTokenRow.revoke(id, account, at) == 1;
    }
}
