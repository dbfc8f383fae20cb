using Simulator.World.Nodes;

namespace Simulator.World.Traffic;

/// <summary>A pod as a target of requests.</summary>
internal sealed class Backend(string uid)
{
    public string Uid => uid;

    public SimulatedNode? Node { get; set; }

    public int Zone { get; set; }

    /// <summary>Ground truth: its containers answer.</summary>
    public bool IsServing { get; set; }

    /// <summary>Its object is gone; its containers may live on where the node is cut off.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Services that have or had it among their endpoints.</summary>
    public List<ServiceTraffic> Services { get; } = [];

    /// <summary>Of the requests that reach it.</summary>
    public double FailingShare => !IsServing || Node is null ? 1 : Node.FailingShare;
}
