package org.llmperf.leaderboard.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.*;

/**
 * The server moves the clock by hand, and goes on only when the client has read what it sent. So each stamp is known
 * exactly, however slow the machine.
 */
class StampTest {
    private final AtomicLong time = new AtomicLong();
    private final Semaphore reads = new Semaphore(0);

    /** Tells the server of each read, after its stamp was taken. */
    private class Watching extends OpenAiVariant {
        @Override
        public EndMarker endMarker() {
            EndMarker usual = super.endMarker();
            return bytes -> {
                boolean seen = usual.seenIn(bytes);
                reads.release();
                return seen;
            };
        }
    }

    private void at(long nanos, Visitor visitor, String events) throws Exception {
        time.set(nanos);
        visitor.chunk(events);
        assertThat(reads.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void events_of_one_write_share_their_stamp_and_read_number() throws Exception {
        RequestTrace trace = ask(new Watching(), v -> {
            at(1000, v, content("a") + content("bc"));
            at(2000, v, content("d"));
            at(3000, v, DONE);
        });

        assertThat(trace.events())
                .containsExactly(
                        new StreamEvent(1000, 1, StreamEvent.Kind.CONTENT, 1),
                        new StreamEvent(1000, 1, StreamEvent.Kind.CONTENT, 2),
                        new StreamEvent(2000, 2, StreamEvent.Kind.CONTENT, 1));
        assertThat(trace.response().reads()).isEqualTo(3);
    }

    @Test
    void an_event_has_the_stamp_of_the_read_that_completed_it() throws Exception {
        String event = content("a");
        RequestTrace trace = ask(new Watching(), v -> {
            at(1000, v, event.substring(0, 20));
            at(2000, v, event.substring(20));
            at(3000, v, DONE);
        });

        assertThat(trace.events()).containsExactly(new StreamEvent(2000, 2, StreamEvent.Kind.CONTENT, 1));
        assertThat(trace.timeline().at(Moment.FIRST_BYTE)).hasValue(1000);
        assertThat(trace.timeline().at(Moment.FIRST_CONTENT)).hasValue(2000);
    }

    @Test
    void role_comment_and_reasoning_are_not_the_first_content() throws Exception {
        RequestTrace trace = ask(new Watching(), v -> {
            at(1000, v, ": waiting\n\n" + ROLE);
            at(2000, v, reasoning("Hm"));
            at(3000, v, content("a"));
            at(4000, v, content("b"));
            at(5000, v, STOP);
            at(6000, v, USAGE);
            at(7000, v, DONE);
        });

        assertThat(trace.timeline().at(Moment.FIRST_BYTE)).hasValue(1000);
        assertThat(trace.timeline().at(Moment.FIRST_REASONING)).hasValue(2000);
        assertThat(trace.timeline().at(Moment.FIRST_CONTENT)).hasValue(3000);
        assertThat(trace.timeline().at(Moment.LAST_CONTENT)).hasValue(4000);
        assertThat(trace.timeline().at(Moment.ENDED)).hasValue(7000);
    }

    @Test
    void a_stall_of_the_server_shows_in_the_gap() throws Exception {
        RequestTrace trace = ask(new Watching(), v -> {
            at(1000, v, content("a"));
            at(501_000, v, content("b"));
            at(502_000, v, DONE);
        });

        assertThat(trace.events().get(1).atNanos() - trace.events().get(0).atNanos())
                .isEqualTo(500_000);
    }

    @Test
    void a_slow_reader_of_our_own_does_not_show_in_any_stamp() throws Exception {
        Dialect slow = new Watching() {
            @Override
            public Answer read(List<BodyRead> body) {
                time.addAndGet(1_000_000);
                return super.read(body);
            }
        };
        RequestTrace trace = ask(slow, v -> {
            at(1000, v, content("a"));
            at(2000, v, content("b"));
            at(3000, v, DONE);
        });

        assertThat(trace.events()).extracting(StreamEvent::atNanos).containsExactly(1000L, 2000L);
        assertThat(trace.timeline().at(Moment.ENDED)).hasValue(3000);
        assertThat(time).hasValue(1_003_000);
    }

    @Test
    void an_answer_being_read_does_not_hold_up_the_stamps_of_another() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch secondDone = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Dialect blocking = new Watching() {
            @Override
            public Answer read(List<BodyRead> body) {
                if (first.getAndSet(false)) {
                    reading.countDown();
                    await(secondDone);
                }
                return super.read(body);
            }
        };
        try (FaultServer server = FaultServer.plain(v -> {
                    v.beginStream();
                    at(1000, v, content("a"));
                    at(2000, v, DONE);
                });
                ProviderClient client = open(blocking, server)) {
            CompletableFuture<RequestTrace> held = client.send(Asking.hello());
            await(reading);
            RequestTrace second = ClientFixture.ask(client);
            secondDone.countDown();

            assertThat(second.timeline().at(Moment.FIRST_CONTENT)).hasValue(1000);
            assertThat(held.get(20, TimeUnit.SECONDS).timeline()).isNotNull();
        }
    }

    @Test
    void the_end_is_the_end_marker_and_not_what_follows_it() throws Exception {
        RequestTrace trace = ask(new Watching(), v -> {
            at(1000, v, content("a") + DONE);
            time.set(9000);
            v.endStream();
        });

        assertThat(trace.timeline().at(Moment.ENDED)).hasValue(1000);
    }

    @Test
    void the_end_is_the_end_of_the_body_where_there_is_no_marker() throws Exception {
        RequestTrace trace = ask(new Watching(), v -> {
            at(1000, v, content("a") + STOP);
            time.set(4000);
            v.endStream();
        });

        assertThat(trace.timeline().at(Moment.ENDED)).hasValue(4000);
    }

    @Test
    void instants_count_from_the_start_of_the_run() throws Exception {
        time.set(700);
        try (FaultServer server = FaultServer.plain(v -> {
                    v.beginStream();
                    at(1000, v, content("a") + DONE);
                });
                ProviderClient client = open(new Watching(), server)) {
            RequestTrace trace =
                    client.send(new ProviderRequest(3, 500, 600, "Hello", 150)).get(20, TimeUnit.SECONDS);

            assertThat(trace.number()).isEqualTo(3);
            assertThat(trace.timeline().at(Moment.INTENDED)).hasValue(100);
            assertThat(trace.timeline().at(Moment.STARTED)).hasValue(200);
            assertThat(trace.timeline().at(Moment.FIRST_CONTENT)).hasValue(500);
        }
    }

    private RequestTrace ask(Dialect dialect, FaultServer.Script answer) throws Exception {
        try (FaultServer server = FaultServer.plain(v -> {
                    v.beginStream();
                    answer.play(v);
                });
                ProviderClient client = open(dialect, server)) {
            return ClientFixture.ask(client);
        }
    }

    private ProviderClient open(Dialect dialect, FaultServer server) {
        NanoClock byHand = time::get;
        return ClientFixture.open(dialect, server.uri(), Asking.PATIENT, byHand, NameLookup.SYSTEM, Tls.system());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
