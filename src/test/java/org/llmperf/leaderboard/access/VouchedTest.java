package org.llmperf.leaderboard.access;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.UserInfo;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llmperf.leaderboard.store.people.Subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VouchedTest {

    private static QuarkusSecurityIdentity.Builder signed(Map<String, Object> claims) {
        var all = new JwtClaims();
        claims.forEach(all::setClaim);
        return QuarkusSecurityIdentity.builder().setPrincipal(new OidcJwtCallerPrincipal(all, null));
    }

    /** As GitHub does, which signs nothing. */
    private static SecurityIdentity told(String userInfo) {
        return signed(Map.of("aud", "board"))
                .addAttribute("userinfo", new UserInfo(userInfo))
                .addAttribute(
                        "configuration-metadata",
                        new OidcConfigurationMetadata(
                                new JsonObject().put("userinfo_endpoint", "https://api.github.com/user")))
                .build();
    }

    private static SecurityIdentity called(String name) {
        return signed(Map.of("iss", "https://id.example", "sub", "1", "preferred_username", name))
                .build();
    }

    @Test
    void a_server_of_openid_connect_signs_who_it_is() {
        SecurityIdentity identity = signed(
                        Map.of("iss", "https://id.example/realm", "sub", "f-1", "email", "Ada@Example.org"))
                .addAttribute("userinfo", new UserInfo("{\"sub\": \"another\", \"login\": \"ada\"}"))
                .build();
        assertThat(Vouched.by(identity)).isEqualTo(new Vouched(new Subject("https://id.example/realm", "f-1"), "ada"));
    }

    @Test
    void github_tells_who_it_is_by_a_number_that_stays_when_the_name_changes() {
        Subject octocat = new Subject("https://api.github.com/user", "583231");
        assertThat(Vouched.by(told("{\"id\": 583231, \"login\": \"octocat\", \"email\": null}")))
                .isEqualTo(new Vouched(octocat, "octocat"));
        assertThat(Vouched.by(told("{\"id\": 583231, \"login\": \"Octo-Dog\"}")))
                .isEqualTo(new Vouched(octocat, "octo-dog"));
    }

    @Test
    void who_is_not_told_of_is_nobody() {
        SecurityIdentity nobody = told("{\"login\": \"octocat\"}");
        assertThatThrownBy(() -> Vouched.by(nobody)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.org, ada@example.org",
        "Ada Lovelace, ada-lovelace",
        "_ada, ada",
        "Zoë <b>, zo---b-",
        "李, guest",
        "-, guest"
    })
    void the_name_is_one_that_an_account_can_have(String there, String here) {
        assertThat(Vouched.by(called(there)).name()).isEqualTo(here);
    }

    @Test
    void a_long_name_leaves_room_for_a_number() {
        assertThat(Vouched.by(called("a".repeat(100))).name()).hasSize(60);
    }
}
