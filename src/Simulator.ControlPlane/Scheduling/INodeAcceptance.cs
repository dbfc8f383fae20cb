using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>Whether the rules of a scheduler accept a pod on one node, wherever they would rather have it.</summary>
public interface INodeAcceptance
{
    /// <summary>Kinds of objects that it has to be shown.</summary>
    IReadOnlyList<string> Watches { get; }

    void Deliver(in WatchEvent watchEvent);

    /// <summary>Null: the node is accepted. A pod that counts there already has to be taken away before.</summary>
    string? WhyNot(Pod pod, string node);
}
