using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Autoscaling.Cluster.Removal;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>The real program draws an order for each node that would go, whether or not it needs one: so do its recordings.</summary>
internal sealed class DrawnAhead(HintedOrder inner) : IPlaceOrder
{
    public HintedOrder Inner => inner;

    public IReadOnlyList<PicturedNode> Order => inner.Order;

    public void Begin(IReadOnlyList<PicturedNode> listed)
    {
        inner.Begin(listed);
        _ = inner.Order;
    }

    public string? HintFor(ObjectKey pod) => inner.HintFor(pod);

    public void Note(ObjectKey pod, string from, string to) => inner.Note(pod, from, to);
}
