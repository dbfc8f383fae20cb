using Simulator.Api;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes;

/// <summary>A machine in truth, whatever its object says, for those who look on: nothing can be done to it.</summary>
public interface IMachineView
{
    string Zone { get; }

    string Rack { get; }

    /// <summary>The cloud has taken it away.</summary>
    bool IsGone { get; }

    /// <summary>It runs and nothing cuts it off.</summary>
    bool IsConnected { get; }

    /// <summary>Its kubelet runs and reaches the API server.</summary>
    bool IsBeating { get; }

    /// <summary>Its container runtime answers.</summary>
    bool IsRuntimeUp { get; }

    /// <summary>What its kubelet runs for the pod; null if it has not taken it.</summary>
    internal PodRun? RunOf(ObjectKey pod);

    /// <summary>Why the image of a container is not there, in a sentence; null if it is there.</summary>
    internal string? MissingImage(Container container);
}
