using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Resources of third parties (ValidateThirdPartyResource in pkg/apis/extensions/validation/validation.go).</summary>
internal static class ThirdPartyRules
{
    public static void Check(JudgedDocument resource, FieldErrors errors)
    {
        resource.CheckMeta(NameFaults, errors);
        HashSet<string> known = new(StringComparer.Ordinal);
        var versions = resource.Json["versions"].Objects().ToList();
        for (var i = 0; i < versions.Count; i++)
        {
            CheckVersion(versions[i], FieldPath.Root("versions").Index(i).Child("name"), known, errors);
        }
    }

    public static void CheckUpdate(JudgedDocument resource, JsonObject stored, FieldErrors errors)
    {
        resource.CheckMetaUpdate(errors);
        Check(resource, errors);
    }

    /// <summary>The kind and a group of two parts. No name is ever made for them, so prefixes are not judged by their parts.</summary>
    private static IReadOnlyList<string> NameFaults(string name)
    {
        if (TextRules.Dns1123Subdomain(name) is { Count: > 0 } faults) return faults;
        return name.Split('.').Length < 3 ? ["must be at least three segments long: <kind>.<domain>.<tld>"] : [];
    }

    private static void CheckVersion(JsonObject version, FieldPath path, HashSet<string> known, FieldErrors errors)
    {
        var name = version.Text("name");
        var json = name.Length > 0 ? $"{{\"name\":{Writing.GoJson.Quoted(name)}}}" : "{}";
        if (name.Length == 0) errors.InvalidJson(path, json, "must not be empty");
        else foreach (var fault in TextRules.Dns1123Label(name)) errors.InvalidJson(path, json, fault);
        if (!known.Add(name)) errors.DuplicateJson(path, json);
    }
}
