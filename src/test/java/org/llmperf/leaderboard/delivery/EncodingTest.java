package org.llmperf.leaderboard.delivery;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | BROTLI",
                "gzip, deflate | GZIP",
                "br;q=0, GZIP;q=0.8 | GZIP",
                "gzip;q=0 | IDENTITY",
                "gzip; q=0.0 | IDENTITY",
                "gzip;q=0.5 | GZIP",
                "deflate | IDENTITY",
                "'' | IDENTITY"
            })
    void what_the_asker_takes_is_chosen(String header, Encoding expected) {
        assertThat(Encoding.chosen(header)).isEqualTo(expected);
    }

    @Test
    void who_says_nothing_gets_plain_bytes() {
        assertThat(Encoding.chosen(null)).isEqualTo(Encoding.IDENTITY);
    }

    @Test
    void packed_bytes_unpack_to_the_plain_ones_and_are_fewer() throws IOException {
        byte[] plain = "a ranked board ".repeat(200).getBytes(StandardCharsets.UTF_8);
        byte[] packed = Encoding.GZIP.encode(plain);
        assertThat(packed).hasSizeLessThan(200);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(plain);
        byte[] smaller = Encoding.BROTLI.encode(plain);
        assertThat(smaller).hasSizeLessThan(packed.length);
        assertThat(Decoder.decompress(smaller).getDecompressedData()).isEqualTo(plain);
        assertThat(Encoding.IDENTITY.encode(plain)).isSameAs(plain);
    }
}
