using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Pod templates (ValidatePodTemplate in pkg/api/validation/validation.go).</summary>
internal static class TemplateRules
{
    public static void Check(JudgedDocument template, FieldErrors errors)
    {
        template.CheckMeta(TextRules.Dns1123Subdomain, errors);
        CheckPod(template, errors);
    }

    public static void CheckUpdate(JudgedDocument template, JsonObject stored, FieldErrors errors)
    {
        // Quirk: the old object's metadata is judged instead of the new one's; it was good when it was stored.
        CheckPod(template, errors);
    }

    /// <summary>Judged as the template of a controller, which stands elsewhere.</summary>
    private static void CheckPod(JudgedDocument template, FieldErrors errors)
    {
        var carrier = new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "carrier" },
            ["spec"] = new JsonObject { ["template"] = template.Json.Child("template").DeepClone() },
        };
        var typed = (ReplicationController)Judgement.Typed(ResourceTable.Find("v1", "replicationcontrollers"), carrier)!;
        var found = new FieldErrors();
        PodTemplateRules.Check(typed.Template, found);
        errors.AddWithoutRoot(found.All);
    }
}
