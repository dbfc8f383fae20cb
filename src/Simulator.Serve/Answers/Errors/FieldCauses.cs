using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.Api.Validation;

namespace Simulator.Serve.Answers.Errors;

/// <summary>The causes of a 422 (pkg/util/validation/field/errors.go: the reasons of the types of errors).</summary>
internal static class FieldCauses
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["Not found"] = "FieldValueNotFound",
        ["Required value"] = "FieldValueRequired",
        ["Duplicate value"] = "FieldValueDuplicate",
        ["Invalid value"] = "FieldValueInvalid",
        ["Unsupported value"] = "FieldValueNotSupported",
        ["Forbidden"] = "FieldValueForbidden",
        ["Too long"] = "FieldValueTooLong",
        ["Internal error"] = "InternalError",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static JsonNode Of(FieldError error)
    {
        var path = error.Path.ToString();
        return new JsonObject
        {
            ["reason"] = Reasons[error.Fault],
            ["message"] = error.ToString()[(path.Length + 2)..],
            ["field"] = path,
        };
    }
}
