package org.llmperf.leaderboard.calibration;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.llmperf.leaderboard.measurement.GcPauses;

/** Adds up the pauses of the garbage collectors from the moment it is made until it is closed. */
final class GcWatch implements AutoCloseable {
    private static final double MILLIS = 1e3;

    /** Without those of ZGC and Shenandoah that count whole cycles, during which the program runs on. */
    private final List<Collector> collectors =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                    .filter(bean -> !bean.getName().endsWith("Cycles"))
                    .map(Collector::new)
                    .toList();

    GcPauses pauses() {
        return new GcPauses(
                collectors.stream().mapToInt(Collector::count).sum(),
                collectors.stream().mapToLong(Collector::totalMillis).sum() / MILLIS,
                collectors.stream().mapToLong(Collector::longestMillis).max().orElse(0) / MILLIS);
    }

    @Override
    public void close() {
        collectors.forEach(Collector::forget);
    }

    private static final class Collector {
        private final GarbageCollectorMXBean bean;
        private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
        private final NotificationListener listener = this::heard;
        private final long startCount;
        private final long startMillis;

        Collector(GarbageCollectorMXBean bean) {
            this.bean = bean;
            this.startCount = bean.getCollectionCount();
            this.startMillis = bean.getCollectionTime();
            ((NotificationEmitter) bean).addNotificationListener(listener, null, null);
        }

        private void heard(Notification notification, Object none) {
            if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                var data = (CompositeData) notification.getUserData();
                longest.accumulate(
                        GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration());
            }
        }

        int count() {
            return (int) (bean.getCollectionCount() - startCount);
        }

        long totalMillis() {
            return bean.getCollectionTime() - startMillis;
        }

        /** The last collection is asked for too, since its notification may still be on the way. */
        long longestMillis() {
            GcInfo last = bean.getLastGcInfo();
            return count() == 0 || last == null ? longest.get() : Math.max(longest.get(), last.getDuration());
        }

        void forget() {
            try {
                ((NotificationEmitter) bean).removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("was added when this was made", e);
            }
        }
    }
}
