using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Admission;

/// <summary>
/// Nothing is created in a namespace that is not there or is going away (plugin/pkg/admission/namespace/lifecycle of 1.3.10).
/// </summary>
public static class NamespaceRule
{
    /// <summary>It may not be deleted.</summary>
    public const string Immortal = "default";

    /// <summary>Namespaces that every cluster has (pkg/master/controller.go makes them).</summary>
    public static IReadOnlyList<string> Always { get; } = [Immortal, "kube-system"];

    /// <param name="home">The namespace that the object names; null if there is none.</param>
    public static AdmissionVerdict Judge(ApiObject value, Namespace? home)
    {
        if (value.Namespace.Length == 0) return AdmissionVerdict.Admit(value);
        if (home is null) return new AdmissionVerdict(ApiResult.NotFound, value, $"namespaces \"{value.Namespace}\" not found");
        return home.Phase == NamespacePhase.Terminating
            ? AdmissionVerdict.Forbid(value, $"Unable to create new content in namespace {value.Namespace} because it is being terminated.")
            : AdmissionVerdict.Admit(value);
    }
}
