using Simulator.ControlPlane.Hosting;

namespace Simulator.Serve.Clusters;

/// <summary>Which component of 1.3.10 writes an event, and how serious it takes it, where the simulated one does not say.</summary>
internal static class EventSources
{
    public static string Of(EventRequest told) => (told.InvolvedKind, told.Reason) switch
    {
        ("Pod", "Scheduled" or "FailedScheduling") => "default-scheduler",
        ("Pod", "NodeControllerEviction" or "TerminatingEvictedPod") => "controllermanager",
        ("Node", _) => "controllermanager",
        ("Deployment", _) => "deployment-controller",
        ("ReplicationController", _) => "replication-controller",
        ("ReplicaSet", _) => "replicaset-controller",
        ("DaemonSet", _) => "daemon-set",
        ("Job", _) => "job-controller",
        ("PetSet", _) => "petset",
        ("HorizontalPodAutoscaler", _) => "horizontal-pod-autoscaler",
        ("Service", _) => "service-controller",
        ("PersistentVolume" or "PersistentVolumeClaim", _) => "persistentvolume-controller",
        _ => "controllermanager",
    };

    public static EventType TypeOf(EventRequest told) =>
        told.Reason.StartsWith("Failed", StringComparison.Ordinal) || told.Reason.EndsWith("Failed", StringComparison.Ordinal)
            ? EventType.Warning
            : EventType.Normal;
}
