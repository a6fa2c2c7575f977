package org.llmperf.leaderboard.llmperf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.EngineLoad;
import org.llmperf.leaderboard.measurement.TimingError;

/** How exact the measuring was, in seconds, as keys of a summary. */
final class CertificateKeys {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private CertificateKeys() {}

    static Map<String, Object> of(Certificate certificate) {
        var keys = new CertificateKeys();
        keys.put("error_before", certificate.before());
        certificate.after().ifPresent(after -> keys.put("error_after", after));
        keys.put(certificate.during());
        return keys.values;
    }

    private void put(String name, Calibration calibration) {
        calibration.ttft().ifPresent(error -> put(name + "_ttft", error));
        calibration.events().ifPresent(error -> put(name + "_events", error));
    }

    private void put(EngineLoad load) {
        load.scheduleLag().ifPresent(lag -> put("schedule_lag", lag));
        load.wakeUps().ifPresent(wakes -> put("wake_ups", wakes));
        values.put("gc_pauses", load.gcPauses().count());
        values.put("gc_pauses_s", load.gcPauses().total());
        values.put("gc_longest_pause_s", load.gcPauses().longest());
        values.put("cpu_share", load.cpuShare());
    }

    private void put(String name, TimingError error) {
        values.put(name + "_n", error.n());
        values.put(name + "_p50", error.p50());
        values.put(name + "_p99", error.p99());
        values.put(name + "_max", error.max());
    }
}
