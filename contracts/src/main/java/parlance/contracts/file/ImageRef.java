package parlance.contracts.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import parlance.contracts.FileId;

/**
 * The image of a user or a conversation: a file, and a placeholder that clients show while it
 * loads.
 */
public record ImageRef(
        @JsonProperty("file_id") @NotNull FileId fileId,
        @JsonProperty("file_name") @Size(max = 255) @Nullable String fileName,
        @JsonProperty("file_blur_hash") @Size(max = 255) @Nullable String fileBlurHash) {}
