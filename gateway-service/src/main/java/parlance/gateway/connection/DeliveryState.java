package parlance.gateway.connection;

import java.time.Duration;
import java.util.List;
import parlance.kit.resume.ResumeEntry;

/** Whether deliveries are written to a connection as they come, or wait for something older. */
sealed interface DeliveryState {

    DeliveryState LIVE = new Live();

    /** Deliveries are written as they come. */
    record Live() implements DeliveryState {}

    /** Deliveries wait until what the user missed is written. */
    record Held(long sinceNanos) implements DeliveryState {}

    /**
     * Deliveries wait until what stands before them in the user's stream is written.
     *
     * @param missed what is known of it by now
     */
    record Resuming(long sinceNanos, List<ResumeEntry> missed) implements DeliveryState {}

    /** Deliveries wait from now on; what is to be written before them stays to be written. */
    default DeliveryState heldFrom(long nanos) {
        return switch (this) {
            case Live _, Held _ -> new Held(nanos);
            case Resuming(_, var missed) -> new Resuming(nanos, missed);
        };
    }

    /** The client goes on behind {@code missed}, which is to be written first. */
    default DeliveryState resuming(List<ResumeEntry> missed) {
        return switch (this) {
            case Live _ when missed.isEmpty() -> LIVE;
            case Live _ -> new Resuming(System.nanoTime(), missed);
            case Held _ when missed.isEmpty() -> this;
            case Held(var since) -> new Resuming(since, missed);
            case Resuming(var since, _) when missed.isEmpty() -> new Held(since);
            case Resuming(var since, _) -> new Resuming(since, missed);
        };
    }

    /** What is to be written before all deliveries that wait. */
    default List<ResumeEntry> missed() {
        return List.of();
    }

    /** Whether deliveries have waited for that long. */
    default boolean isHeldFor(Duration time) {
        return switch (this) {
            case Live _ -> false;
            case Held(var since) -> isOver(since, time);
            case Resuming(var since, _) -> isOver(since, time);
        };
    }

    private static boolean isOver(long sinceNanos, Duration time) {
        return System.nanoTime() - sinceNanos >= time.toNanos();
    }
}
