namespace Simulator.ControlPlane.Admission;

/// <summary>Admission plug-ins that are simulated.</summary>
public enum AdmissionPlugin
{
    NamespaceLifecycle,
    LimitRanger,
    ServiceAccount,

    /// <summary>Pods rank by the class that they name.</summary>
    Priority,

    /// <summary>Every pod tolerates a node that is not ready, or cannot be reached, for five minutes.</summary>
    DefaultTolerationSeconds,
    ResourceQuota,
}
