package parlance.conversation.picture;

import java.util.Map;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;
import org.eclipse.microprofile.faulttolerance.FallbackHandler;
import parlance.contracts.file.FileUrls;

/** Without file-service conversations are seen all the same, only not their images. */
public final class NoUrls implements FallbackHandler<FileUrls> {

    @Override
    public FileUrls handle(ExecutionContext failed) {
        return new FileUrls(Map.of());
    }
}
