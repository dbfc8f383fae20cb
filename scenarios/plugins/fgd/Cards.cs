using Simulator.Api;
using Simulator.Plugins;

namespace Fgd;

/// <summary>
/// Which pod has which cards of a node. The scheduler's cache does not say; who places a pod by the same rule each time knows it. A scheduler
/// that starts anew deals the cards out again, in the order of the pods' names.
/// </summary>
internal sealed class Cards(Func<NodeRoom, GpuRequest, int[]?> choose)
{
    private readonly Dictionary<string, Held> _nodes = new(StringComparer.Ordinal);

    public NodeRoom RoomOn(INodeView node)
    {
        if (!_nodes.TryGetValue(node.Name, out var held)) _nodes.Add(node.Name, held = new Held());
        if (node.IsThought) return Deal(node, new SortedDictionary<ObjectKey, int[]>(held.Cards));
        if (held.Version != node.Version) (held.Version, held.Room) = (node.Version, Deal(node, held.Cards));
        return held.Room!;
    }

    /// <summary>Pods that are gone give their cards back, those that are new get some.</summary>
    private NodeRoom Deal(INodeView node, SortedDictionary<ObjectKey, int[]> cardsOf)
    {
        var pods = node.Pods;
        var there = pods.Select(pod => pod.Key).ToHashSet();
        foreach (var gone in cardsOf.Keys.Where(key => !there.Contains(key)).ToList()) cardsOf.Remove(gone);
        var room = new NodeRoom(
            node.Node.Metadata.Labels.ValueOrEmpty(GpuRequest.CardModel),
            node.Allocatable(ResourceNames.Cpu), node.Allocatable(ResourceNames.Memory),
            [.. Enumerable.Repeat(GpuRequest.Whole, GpuRequest.CardsOf(node))]);
        foreach (var pod in pods.Where(pod => cardsOf.ContainsKey(pod.Key))) room = room.With(GpuRequest.Of(pod), cardsOf[pod.Key]);
        foreach (var pod in pods.Where(pod => !cardsOf.ContainsKey(pod.Key)))
        {
            var task = GpuRequest.Of(pod);
            var cards = choose(room, task) ?? [];
            cardsOf.Add(pod.Key, cards);
            room = room.With(task, cards);
        }

        return room;
    }

    private sealed class Held
    {
        public long Version { get; set; } = -1;

        public NodeRoom? Room { get; set; }

        public SortedDictionary<ObjectKey, int[]> Cards { get; } = [];
    }
}
