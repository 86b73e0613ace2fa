package parlance.presence.online;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request for the online list, on the socket and over HTTP.
 *
 * @param count whether only the number is wanted
 * @param idsOnly whether only the ids are wanted
 */
record OnlineQuery(
        @JsonProperty("count") @Nullable Boolean count,
        @JsonProperty("idsOnly") @Nullable Boolean idsOnly,
        @JsonProperty("limit") @Min(1) @Max(100) @Nullable Integer limit,
        @JsonProperty("offset") @Min(0) @Nullable Integer offset) {

    private static final int USUAL_LIMIT = 10;

    boolean wantsCount() {
        return Boolean.TRUE.equals(count);
    }

    boolean wantsIds() {
        return Boolean.TRUE.equals(idsOnly);
    }

    int pageSize() {
        return limit == null ? USUAL_LIMIT : limit;
    }

    int skipped() {
        return offset == null ? 0 : offset;
    }
}
