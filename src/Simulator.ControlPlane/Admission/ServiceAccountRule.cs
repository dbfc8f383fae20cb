using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>
/// A pod runs under an account that exists (plugin/pkg/admission/serviceaccount of 1.3.10); tokens and their volumes are left out.
/// </summary>
public static class ServiceAccountRule
{
    /// <summary>Every namespace has it from its beginning (serviceaccounts_controller.go).</summary>
    public const string Default = "default";

    public static string AccountOf(Pod pod) => pod.Spec.ServiceAccountName is { Length: > 0 } name ? name : Default;

    /// <param name="isThere">Whether the pod's account is in its namespace.</param>
    public static AdmissionVerdict Judge(Pod pod, bool isThere)
    {
        var account = AccountOf(pod);
        return isThere || account == Default
            ? AdmissionVerdict.Admit(pod)
            : AdmissionVerdict.Forbid(
                pod, $"service account {pod.Namespace}/{account} was not found, retry after the service account is created");
    }
}
