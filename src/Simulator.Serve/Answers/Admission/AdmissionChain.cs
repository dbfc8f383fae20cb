using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Admission;

/// <summary>
/// The plug-ins of the version over documents, in their order, with the rules of the control plane. A federation's
/// server admits everything (its flag says AlwaysAdmit): its objects lie in namespaces that it need not have.
/// </summary>
internal sealed class AdmissionChain(IDocumentStore store, ServerManner manner, KubernetesVersion version)
{
    private static readonly string[] Missable = ["namespaces"];

    /// <summary>The document with the defaults of limit ranges; charges quotas.</summary>
    public JsonObject OnCreate(ServedResource resource, string? home, JsonObject document)
    {
        if (home is null || IsAdmitted(resource)) return LaterPlugins.Apply(store, resource, document, version.AdmissionPlugins);
        RequireNamespace(resource, home, document);
        if (resource.Name == "pods") document = PodLimits.Apply(store, resource, home, document);
        document = LaterPlugins.Apply(store, resource, document, version.AdmissionPlugins);
        ChargeQuotas(resource, home, document);
        return document;
    }

    public void OnUpdate(ServedResource resource, string? home)
    {
        if (home is not null && !IsAdmitted(resource)) FindNamespace(home);
    }

    public void OnDelete(ServedResource resource, string? home, string name)
    {
        if (resource.Name == "namespaces")
        {
            if (name == NamespaceRule.Immortal) throw Failures.Forbidden("", "namespaces", name, "this namespace may not be deleted");
        }
        else OnUpdate(resource, home);
    }

    private bool IsAdmitted(ServedResource resource) => manner == ServerManner.Federated || Missable.Contains(resource.Name);

    private void RequireNamespace(ServedResource resource, string home, JsonObject document)
    {
        if (FindNamespace(home)["status"].Text("phase") != "Terminating") return;
        throw Forbidden(resource, document, $"Unable to create new content in namespace {home} because it is being terminated.");
    }

    private JsonObject FindNamespace(string home) =>
        store.Find(new DocumentKey("namespaces", "", home)) ?? throw Failures.NotFound("", "namespaces", home);

    /// <summary>NewForbidden in pkg/admission/errors.go: an object without a name has its prefix.</summary>
    public static ApiException Forbidden(ServedResource resource, JsonObject document, string why)
    {
        var metadata = document["metadata"];
        var name = metadata.Text("name") is { Length: > 0 } own ? own : metadata.Text("generateName");
        return Failures.Forbidden(resource.Group, resource.Name, name, why);
    }

    private void ChargeQuotas(ServedResource resource, string home, JsonObject document)
    {
        var quotas = store.List("resourcequotas", home);
        if (quotas.Count == 0 || Judgement.Typed(resource, document) is not { } value) return;
        var quotaResource = ResourceTable.Find("v1", "resourcequotas");
        var typed = quotas.Select(quota => (ResourceQuota)Judgement.Typed(quotaResource, quota)!).ToList();
        var (verdict, charged) = QuotaRule.Charge(value, typed);
        if (!verdict.IsAdmitted) throw Forbidden(resource, document, QuotaTexts.Why(verdict.Reason));
        foreach (var quota in charged) QuotaTexts.Store(store, quota);
    }
}
