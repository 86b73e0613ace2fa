package parlance.user.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An email address or phone number, and whether it is the home's or the office's. */
record ContactValue(
        @JsonProperty("type") @NotNull @Size(max = 255) String type,
        @JsonProperty("value") @NotNull @Size(min = 1, max = 320) String value) {}
