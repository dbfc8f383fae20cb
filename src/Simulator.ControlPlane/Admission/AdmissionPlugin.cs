namespace Simulator.ControlPlane.Admission;

/// <summary>Admission plug-ins that are simulated.</summary>
public enum AdmissionPlugin
{
    NamespaceLifecycle,
    LimitRanger,
    ServiceAccount,

    /// <summary>Every pod tolerates a node that is not ready, or cannot be reached, for five minutes.</summary>
    DefaultTolerationSeconds,
    ResourceQuota,
}
