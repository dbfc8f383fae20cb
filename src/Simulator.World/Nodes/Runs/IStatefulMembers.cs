using Simulator.Api;
using Simulator.World.Places;

namespace Simulator.World.Nodes.Runs;

/// <summary>Who wants to know which pods run that may keep something, and whose data is gone: told by kubelets.</summary>
internal interface IStatefulMembers
{
    /// <summary>The pod's first container is there.</summary>
    /// <param name="listen">Called once it may serve: at once if it keeps nothing.</param>
    void Join(Pod pod, IMachine machine, Action listen);

    /// <summary>The pod's first container has ended, or answers nobody.</summary>
    void Leave(Pod pod, IMachine machine);

    /// <summary>What was on the machine's own disk is gone.</summary>
    void LoseDisk(IMachine machine);
}
