package org.llmperf.leaderboard.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SseReaderTest {

    /** One read for each text; the first arrives at 10 ns, the second at 20 ns and so on. */
    private static List<BodyRead> reads(String... texts) {
        List<BodyRead> reads = new ArrayList<>();
        for (String text : texts) {
            int number = reads.size() + 1;
            reads.add(new BodyRead(text.getBytes(StandardCharsets.UTF_8), 10L * number, number));
        }
        return reads;
    }

    private static List<SseEvent> events(String... texts) {
        SseReader.Events events = SseReader.read(reads(texts));
        assertThat(events.malformed()).isEmpty();
        return events.events();
    }

    private static List<String> data(String... texts) {
        return events(texts).stream().map(SseEvent::data).toList();
    }

    @Test
    void one_space_after_the_colon_is_not_data() {
        assertThat(data("data: a\n\ndata:b\n\ndata:  c\n\n")).containsExactly("a", "b", " c");
    }

    @Test
    void several_data_lines_are_one_event() {
        assertThat(data("data: a\ndata:\ndata: b\n\n")).containsExactly("a\n\nb");
    }

    @Test
    void a_field_without_colon_has_an_empty_value() {
        assertThat(data("data\n\n")).containsExactly("");
    }

    @Test
    void comments_unknown_fields_and_empty_lines_bring_nothing() {
        assertThat(data(": hi\n\n\n\nretry: 5\n\nevent: ping\n\nfoo: bar\ndata: a\n\n"))
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void every_line_end_is_understood(String end) {
        assertThat(data(String.join(end, "data: a", "data: b", "", "data: c", "", "")))
                .containsExactly("a\nb", "c");
    }

    @Test
    void a_line_end_may_be_split_over_two_reads() {
        List<SseEvent> events = events("data: a\r", "\n\r", "\ndata: b\r\n\r\n");

        assertThat(events).extracting(SseEvent::data).containsExactly("a", "b");
        assertThat(events).extracting(SseEvent::read).containsExactly(2, 3);
    }

    @Test
    void the_byte_order_mark_is_skipped_once() {
        assertThat(data("\uFEFFdata: a\n\n\uFEFFdata: b\n\n")).containsExactly("a");
    }

    @Test
    void name_and_id_are_told() {
        List<SseEvent> events = events("event: error\nid: 7\ndata: a\n\ndata: b\n\n");

        assertThat(events.get(0)).isEqualTo(new SseEvent("error", "a", "7", 10, 1, true));
        assertThat(events.get(1)).isEqualTo(new SseEvent("message", "b", "7", 10, 1, true));
    }

    @Test
    void events_of_one_read_share_its_stamp() {
        List<SseEvent> events = events("data: a\n\ndata: b\n\n", "data: c\n\n");

        assertThat(events).extracting(SseEvent::atNanos).containsExactly(10L, 10L, 20L);
        assertThat(events).extracting(SseEvent::read).containsExactly(1, 1, 2);
    }

    @Test
    void an_event_over_several_reads_has_the_stamp_of_the_last() {
        assertThat(events("da", "ta: a\n", "\n")).containsExactly(new SseEvent("message", "a", "", 30, 3, true));
    }

    @Test
    void any_cut_into_reads_gives_the_same_events() {
        String stream = "data: é\r\n\r\n: c\n\nevent: x\rdata: 你好\rdata: 😀\r\rdata: [DONE]\n\n";
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            List<BodyRead> reads = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += size) {
                byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length));
                reads.add(new BodyRead(part, 0, reads.size() + 1));
            }
            assertThat(SseReader.read(reads).events())
                    .extracting(SseEvent::data)
                    .containsExactly("é", "你好\n😀", "[DONE]");
        }
    }

    @Test
    void a_last_event_without_its_empty_line_is_delivered_and_marked() {
        assertThat(events("data: a\n\ndata: b")).extracting(SseEvent::complete).containsExactly(true, false);
        assertThat(events("data: b\n")).extracting(SseEvent::complete).containsExactly(false);
    }

    @Test
    void what_is_not_utf_8_ends_the_events_there() {
        List<BodyRead> reads = new ArrayList<>(reads("data: a\n\ndata: "));
        reads.add(new BodyRead(new byte[] {(byte) 0xC3, '\n', '\n'}, 20, 2));
        reads.addAll(reads("data: b\n\n"));
        SseReader.Events events = SseReader.read(reads);

        assertThat(events.events()).extracting(SseEvent::data).containsExactly("a");
        assertThat(events.malformed()).contains("the event stream is not UTF-8");
    }

    @Test
    void a_character_cut_at_the_very_end_is_not_malformed() {
        List<BodyRead> reads = new ArrayList<>(reads("data: a\n\ndata: "));
        reads.add(new BodyRead(new byte[] {(byte) 0xC3}, 20, 2));

        assertThat(SseReader.read(reads).malformed()).isEmpty();
        assertThat(SseReader.read(reads).events()).hasSize(1);
    }

    @Test
    void nothing_holds_no_event() {
        assertThat(SseReader.read(List.of()).events()).isEmpty();
    }
}
