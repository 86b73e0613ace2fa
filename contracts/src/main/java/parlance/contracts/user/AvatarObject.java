package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A user's picture: a file, and what is shown while it loads. */
public record AvatarObject(
        @JsonProperty("file_id") @NotNull String fileId,
        @JsonProperty("file_name") @Size(max = 255) @Nullable String fileName,
        @JsonProperty("file_blur_hash") @Size(max = 255) @Nullable String fileBlurHash) {}
