namespace Simulator.World.Traces;

/// <summary>Chooses nodes without a queue and without taking time.</summary>
public interface IPlacement
{
    /// <summary>Puts the pod on a node.</summary>
    /// <returns>Its name; null: no node will do.</returns>
    string? Place(LivePod pod);

    void Remove(LivePod pod);
}
