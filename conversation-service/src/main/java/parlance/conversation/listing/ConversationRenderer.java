package parlance.conversation.listing;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationPackets;
import parlance.internalapi.conversation.ConversationPacket;
import parlance.internalapi.file.ImageUrls;

/** Conversations as clients are shown them: with the URLs of their images. */
@Singleton
public final class ConversationRenderer {

    private final ImageUrls imageUrls;

    ConversationRenderer(ImageUrls imageUrls) {
        this.imageUrls = imageUrls;
    }

    public ConversationPacket of(Conversation conversation) {
        var packet = ConversationPackets.of(conversation);
        return of(conversation.organizationId(), List.of(packet)).getFirst();
    }

    /** In the same order; file-service is asked once for all of them. */
    public List<ConversationPacket> of(
            OrganizationId organization, List<ConversationPacket> packets) {
        var ids = new HashSet<FileId>();
        for (var packet : packets) {
            if (packet.image() != null) {
                ids.add(packet.image().fileId());
            }
        }
        var urls = imageUrls.find(organization, ids);
        return packets.stream().map(packet -> withImage(packet, urls)).toList();
    }

    private static ConversationPacket withImage(
            ConversationPacket packet, Map<FileId, String> urls) {
        var image = packet.image();
        var url = image == null ? null : urls.get(image.fileId());
        return url == null ? packet : packet.withImageUrl(url);
    }
}
