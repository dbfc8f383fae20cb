using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>0.2.2: the first node of the list that takes the pod.</summary>
public sealed class ListOrder : IPlaceOrder
{
    public IReadOnlyList<PicturedNode> Order { get; private set; } = [];

    public void Begin(IReadOnlyList<PicturedNode> listed) => Order = listed;

    public string? HintFor(ObjectKey pod) => null;

    public void Note(ObjectKey pod, string from, string to)
    {
    }
}
