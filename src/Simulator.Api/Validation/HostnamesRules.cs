using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Api.Validation;

/// <summary>
/// The annotation in which endpoints keep host names by address (ValidateEndpointsSpecificAnnotations in pkg/api/validation/validation.go
/// of 1.3.10).
/// </summary>
internal static class HostnamesRules
{
    public static void Check(LabelSet annotations, FieldErrors errors)
    {
        if (!annotations.TryGetValue(WellKnownAnnotations.EndpointsHostnames, out var text) || IsMap(text)) return;
        errors.Invalid(
            FieldPath.Root("annotations"), WellKnownAnnotations.EndpointsHostnames,
            "must be a valid json representation of map[string(IP)][HostRecord] e.g. \"{\"10.245.1.6\":{\"HostName\":\"my-webserver\"}}\"");
    }

    private static bool IsMap(string text)
    {
        var diagnostics = new Diagnostics();
        var values = SourceTree.ParseJson("annotation", Encoding.UTF8.GetBytes(text), diagnostics, DuplicateKeys.LastWins);
        return !diagnostics.HasErrors
            && values is [SourceMapping map]
            && map.Entries.All(entry => AddressText.IsAddress(entry.Key) && entry.Value is SourceMapping record && IsRecord(record));
    }

    private static bool IsRecord(SourceMapping record)
    {
        var index = record.IndexOfIgnoringCase("HostName");
        return index >= 0
            && record.Entries[index].Value is SourceScalar { Kind: ScalarKind.Text } name
            && TextRules.Dns1123Label(name.Text).Count == 0;
    }
}
