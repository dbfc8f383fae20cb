using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Admission;

/// <summary>What an admission rule makes of an object: the object, perhaps with defaults, or why it is refused.</summary>
/// <param name="Result">Ok, NotFound (no such namespace), Forbidden or, where the object itself is wrong, Invalid.</param>
/// <param name="Reason">"" if admitted; else the words of 1.3.10.</param>
public readonly record struct AdmissionVerdict(ApiResult Result, ApiObject Object, string Reason)
{
    public bool IsAdmitted => Result == ApiResult.Ok;

    public static AdmissionVerdict Admit(ApiObject value) => new(ApiResult.Ok, value, "");

    /// <summary>
    /// 403: <c>pods "web-" is forbidden: WHY</c> (NewForbidden in pkg/admission/errors.go); the name may be a prefix still.
    /// </summary>
    public static AdmissionVerdict Forbid(ApiObject value, string why)
    {
        var name = value.Name.Length > 0 ? value.Name : value.Metadata.GenerateName;
        return new(ApiResult.Forbidden, value, $"{value.Kind.ToLowerInvariant()}s \"{name}\" is forbidden: {why}");
    }
}
