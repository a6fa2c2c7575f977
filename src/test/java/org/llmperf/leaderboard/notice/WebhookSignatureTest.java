package org.llmperf.leaderboard.notice;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSignatureTest {

    /** The example of the Standard Webhooks specification and its libraries' tests. */
    @Test
    void it_is_that_of_the_specification() {
        assertThat(WebhookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void secrets_differ_and_have_256_bits() {
        String one = WebhookSignature.freshSecret();
        assertThat(one).startsWith("whsec_").hasSize("whsec_".length() + 44);
        assertThat(WebhookSignature.freshSecret()).isNotEqualTo(one);
    }
}
