using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>0.3.0: where the pod fitted last time, then the nodes in an order that is drawn for each node that would go.</summary>
/// <param name="hints">Of the round before.</param>
public sealed class HintedOrder(
    IReadOnlyDictionary<ObjectKey, string> hints, UsageTracker tracker, IMapOrder chance, Instant now) : IPlaceOrder
{
    private PicturedNode[] _order = [];
    private IReadOnlyList<PicturedNode>? _undrawn;

    /// <summary>For the next round; those of nodes that cannot go in the end are among them.</summary>
    public Dictionary<ObjectKey, string> NewHints { get; } = [];

    /// <summary>Each place is exchanged with any (shuffleNodes): not every order is equally likely.</summary>
    public IReadOnlyList<PicturedNode> Order
    {
        get
        {
            if (_undrawn is { } listed) Draw(listed);
            return _order;
        }
    }

    public void Begin(IReadOnlyList<PicturedNode> listed) => _undrawn = listed;

    public string? HintFor(ObjectKey pod) => hints.GetValueOrDefault(pod);

    public void Note(ObjectKey pod, string from, string to)
    {
        NewHints[pod] = to;
        tracker.Register(from, to, now);
    }

    private void Draw(IReadOnlyList<PicturedNode> listed)
    {
        _undrawn = null;
        if (_order.Length != listed.Count) _order = new PicturedNode[listed.Count];
        for (var i = 0; i < _order.Length; i++) _order[i] = listed[i];
        for (var i = 0; i < _order.Length; i++)
        {
            var j = chance.First(_order.Length);
            (_order[i], _order[j]) = (_order[j], _order[i]);
        }
    }
}
