namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>Whose selectors count for spreading.</summary>
[Flags]
public enum SelectorKinds
{
    Services = 1,
    ReplicationControllers = 2,
    ReplicaSets = 4,
    All = Services | ReplicationControllers | ReplicaSets,
}
