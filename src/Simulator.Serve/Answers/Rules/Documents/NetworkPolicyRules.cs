using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Network policies (ValidateNetworkPolicy in pkg/apis/extensions/validation/validation.go).</summary>
internal static class NetworkPolicyRules
{
    public static void Check(JudgedDocument policy, FieldErrors errors)
    {
        policy.CheckMeta(TextRules.Dns1123Subdomain, errors);
        SelectorRules.Check(Selectors.Read(policy.Spec?["podSelector"]), FieldPath.Spec.Child("podSelector"), errors);
        foreach (var rule in policy.Spec?["ingress"].Objects() ?? [])
        {
            foreach (var from in rule["from"].Objects()) CheckPeer(from, errors);
        }
    }

    public static void CheckUpdate(JudgedDocument policy, JsonObject stored, FieldErrors errors)
    {
        Check(policy, errors);
        policy.CheckMetaUpdate(errors);
        if (!JsonNode.DeepEquals(policy.Spec, stored["spec"]))
            errors.Forbidden(FieldPath.Spec, "updates to networkpolicy spec are forbidden.");
    }

    private static void CheckPeer(JsonObject peer, FieldErrors errors)
    {
        var (pods, homes) = (Selectors.Read(peer["podSelector"]), Selectors.Read(peer["namespaceSelector"]));
        SelectorRules.Check(pods, FieldPath.Spec.Child("podSelector"), errors);
        if (homes is not null && pods is not null) errors.Forbidden(FieldPath.Spec, "may not specify more than 1 from type");
        else SelectorRules.Check(homes, FieldPath.Spec.Child("namespaces"), errors);
        if (pods is null && homes is null) errors.Required(FieldPath.Spec, "must specify a from type");
    }
}
