using Simulator.Api;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.World.Views;

/// <summary>The schedulers of a cluster for those who look on.</summary>
public interface ISchedulingView
{
    /// <summary>An API server answers, and the process of a scheduler runs.</summary>
    bool IsWorking { get; }

    /// <summary>When a pod that could not be placed is fetched for its next try; null if it does not wait for one.</summary>
    Instant? NextTry(ObjectKey pod);

    /// <summary>The same of all pods that wait for one.</summary>
    IReadOnlyDictionary<ObjectKey, Instant> NextTries();

    /// <summary>Every decision from now on is shown before anything is assumed; being watched does not change the run.</summary>
    void ShowTo(IDecisionWitness witness);
}
