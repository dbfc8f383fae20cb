using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Resources;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Bodies;

/// <summary>Bodies that hold something else than the path says.</summary>
internal static class BodyKinds
{
    public static ApiException Mismatch(string kind, string version, BodyKind expected)
    {
        if (ResourceTable.Known.FirstOrDefault(resource => resource.Kind == kind && resource.GroupVersion == version) is { } found)
        {
            return kind == expected.Kind
                ? OtherVersion(version, expected)
                : BodyReader.Unfit(kind, version, expected, Unlike(found, expected));
        }

        return BodyReader.Unfit(kind, version, expected, $"no kind \"{kind}\" is registered for version \"{version}\"");
    }

    private static ApiException OtherVersion(string version, BodyKind expected) => Failures.BadRequest(
        $"the API version in the data ({version}) does not match the expected API version ({expected.GroupVersion})");

    /// <summary>The converter stops at the first field of the spec that the other kind's lacks (pkg/conversion/converter.go).</summary>
    private static string Unlike(ServedResource found, BodyKind expected)
    {
        var (from, to) = (Spec(found.Type), Spec(expected.Type));
        var missing = to?.Fields.FirstOrDefault(field => from?.Find(field.Name) is null)?.Name ?? "Spec";
        var place =
            $"converting ({Versioned(found.Struct)}){Step(from, Versioned)} to ({Internal(expected.Type.Name)}){Step(to, Internal)}";
        return $"{place}: {char.ToUpperInvariant(missing[0])}{missing[1..]} not present in src";
    }

    private static StructType? Spec(StructType type) => type.Find("spec")?.Type.Struct;

    private static string Step(StructType? spec, Func<string, string> name) => spec is null ? "" : "." + name(spec.Name);

    private static string Versioned(string name) => Replaced(name, group => group switch
    {
        "extensions" => "v1beta1",
        "apps" or "policy" or "rbac" => "v1alpha1",
        _ => "v1",
    });

    private static string Internal(string name) => Replaced(name, group => group == "v1" ? "api" : group);

    private static string Replaced(string name, Func<string, string> package)
    {
        var at = name.IndexOf('.', StringComparison.Ordinal);
        return package(name[..at]) + name[at..];
    }
}
