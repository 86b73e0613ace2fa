package parlance.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TracesTest {

    private final Traces traces =
            new Traces(
                    OpenTelemetrySdk.builder()
                            .setTracerProvider(SdkTracerProvider.builder().build())
                            .setPropagators(
                                    ContextPropagators.create(
                                            W3CTraceContextPropagator.getInstance()))
                            .build());

    @Test
    void oneTraceGoesFromThePacketThroughEveryRecord() {
        var packet = traces.begin("packet message");
        var command = new RecordHeaders();
        traces.inject(packet.storeInContext(Context.root()), command);

        var handled = traces.begin("command message", SpanKind.CONSUMER, command);
        var delivery = new RecordHeaders();
        traces.inject(handled.storeInContext(Context.root()), delivery);
        var written = traces.begin("delivery", SpanKind.CONSUMER, delivery);

        assertThat(handled.getSpanContext().getTraceId())
                .isEqualTo(packet.getSpanContext().getTraceId());
        assertThat(written.getSpanContext().getTraceId())
                .isEqualTo(packet.getSpanContext().getTraceId());
    }

    @Test
    void aRecordWithoutATraceBeginsOne() {
        var span = traces.begin("command message", SpanKind.CONSUMER, new RecordHeaders());

        assertThat(span.getSpanContext().isValid()).isTrue();
    }
}
