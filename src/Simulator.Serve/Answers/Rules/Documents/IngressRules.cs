using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Ingresses (ValidateIngress in pkg/apis/extensions/validation/validation.go).</summary>
internal static class IngressRules
{
    public static void Check(JudgedDocument ingress, FieldErrors errors)
    {
        ingress.CheckMeta(TextRules.Dns1123Subdomain, errors);
        CheckSpec(ingress.Spec, errors);
    }

    public static void CheckUpdate(JudgedDocument ingress, JsonObject stored, FieldErrors errors)
    {
        Check(ingress, errors);
        ingress.CheckMetaUpdate(errors);
        CheckSpec(ingress.Spec, errors);
    }

    private static void CheckSpec(JsonNode? spec, FieldErrors errors)
    {
        var rules = spec?["rules"].Objects().ToList() ?? [];
        if (spec?["backend"] is JsonObject backend) CheckBackend(backend, FieldPath.Spec.Child("backend"), errors);
        else if (rules.Count == 0) errors.InvalidJson(FieldPath.Spec, "null", "either `backend` or `rules` must be specified");
        for (var i = 0; i < rules.Count; i++) CheckRule(rules[i], i, errors);
    }

    private static void CheckRule(JsonObject rule, int index, FieldErrors errors)
    {
        var path = FieldPath.Spec.Child("rules");
        if (rule.Text("host") is { Length: > 0 } host)
        {
            errors.InvalidEach(path.Index(index).Child("host"), host, TextRules.Dns1123Subdomain(host));
            if (AddressText.IsAddress(host))
                errors.Invalid(path.Index(index).Child("host"), host, "must be a DNS name, not an IP address");
        }

        // Quirk: whichever rule it is, its errors are told of the first.
        if (rule["http"] is JsonObject http) CheckPaths(http["paths"].Objects().ToList(), path.Index(0).Child("http"), errors);
    }

    private static void CheckPaths(List<JsonObject> paths, FieldPath http, FieldErrors errors)
    {
        if (paths.Count == 0) errors.Required(http.Child("paths"));
        for (var i = 0; i < paths.Count; i++)
        {
            CheckPath(paths[i].Text("path"), http.Child("paths").Index(i).Child("path"), errors);
            CheckBackend(paths[i].Child("backend"), http.Child("backend"), errors);
        }
    }

    private static void CheckPath(string text, FieldPath path, FieldErrors errors)
    {
        if (text.Length == 0) return;
        if (!text.StartsWith('/')) errors.Invalid(path, text, "must be an absolute path");
        if (!PosixPattern.IsValid(text)) errors.Invalid(path, text, "must be a valid regex");
    }

    private static void CheckBackend(JsonObject backend, FieldPath path, FieldErrors errors)
    {
        if (backend.Text("serviceName") is not { Length: > 0 } service)
        {
            errors.Required(path.Child("serviceName"));
            return;
        }

        errors.InvalidEach(path.Child("serviceName"), service, TextRules.Dns952Label(service));
        CheckPort(backend["servicePort"], path.Child("servicePort"), errors);
    }

    private static void CheckPort(JsonNode? port, FieldPath path, FieldErrors errors)
    {
        if (port.AsText() is { } name)
        {
            errors.InvalidEach(path, name, TextRules.Dns1123Label(name));
            if (!TextRules.IsPortName(name)) errors.Invalid(path, name, TextRules.PortName);
        }
        else if (port.AsNumber() is var number && !TextRules.IsPort(number ?? 0)) errors.Invalid(path, number ?? 0, TextRules.PortRange);
    }
}
