using System.Globalization;

namespace Simulator.Api.Validation;

/// <summary>
/// From where a load balancer may be reached: the field, or else the annotation (ValidateService in pkg/api/validation/validation.go of
/// 1.3.10).
/// </summary>
internal static class SourceRangeRules
{
    private const string Annotation = "service.beta.kubernetes.io/load-balancer-source-ranges";

    public static void Check(Service service, FieldErrors errors)
    {
        var isField = service.LoadBalancerSourceRanges.Count > 0;
        if (!isField && !service.Metadata.Annotations.ContainsKey(Annotation)) return;
        var path = isField ? FieldPath.Spec.Child("LoadBalancerSourceRanges") : FieldPath.Metadata.Child("annotations").Key(Annotation);
        if (service.Type != "LoadBalancer") errors.Invalid(path, "", "may only be used when `type` is 'LoadBalancer'");
        var annotation = service.Metadata.Annotations.ValueOrEmpty(Annotation);
        IReadOnlyList<string> ranges = isField
            ? service.LoadBalancerSourceRanges
            : annotation.Trim().Length == 0
            ? []
            : annotation.Split(',');
        if (ranges.All(range => IsRange(range.Trim()))) return;
        var shown = isField ? $"[{string.Join(" ", service.LoadBalancerSourceRanges)}]" : annotation;
        errors.Invalid(path, shown, "must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ");
    }

    private static bool IsRange(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !AddressText.IsAddress(text[..slash])) return false;
        var longest = text.Contains(':') ? 128 : 32;
        return int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= longest;
    }
}
