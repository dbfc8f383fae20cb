using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>Pods and what is in them.</summary>
internal static class PodDefaults
{
    /// <summary>Requests are the limits where only those are given: of pods, not of templates.</summary>
    public static void OfPod(JsonObject pod)
    {
        foreach (var container in pod["spec"]?["containers"].Objects() ?? [])
        {
            if (container["resources"]?["limits"] is not JsonObject limits) continue;
            var requests = container["resources"]!.AsObject().Child("requests");
            foreach (var (name, amount) in limits)
            {
                if (!requests.ContainsKey(name)) requests[name] = amount?.DeepClone();
            }
        }
    }

    public static void OfSpec(JsonObject spec)
    {
        spec.Default("dnsPolicy", "ClusterFirst");
        spec.Default("restartPolicy", "Always");
        if (spec["hostNetwork"].IsTrue()) OpenOnHost(spec);
        spec.Default("securityContext", new JsonObject());
        spec.Default("terminationGracePeriodSeconds", 30L);
        Account(spec);
    }

    /// <summary>The two names of one field (Convert_v1_PodSpec_To_api_PodSpec in pkg/api/v1/conversion.go).</summary>
    private static void Account(JsonObject spec)
    {
        spec.Default("serviceAccountName", spec.Text("serviceAccount"));
        spec["serviceAccount"] = spec.Text("serviceAccountName");
    }

    private static void OpenOnHost(JsonObject spec)
    {
        foreach (var port in spec["containers"].Objects().SelectMany(container => container["ports"].Objects()))
        {
            if (port["containerPort"].AsNumber() is { } number) port.DefaultNumber("hostPort", number);
        }
    }

    public static void OfContainer(JsonObject container)
    {
        container.Default("imagePullPolicy", ImageTag.IsLatest(container.Text("image")) ? "Always" : "IfNotPresent");
        container.Default("terminationMessagePath", "/dev/termination-log");
    }

    public static void OfPort(JsonObject port) => port.Default("protocol", "TCP");

    public static void OfProbe(JsonObject probe)
    {
        probe.DefaultNumber("timeoutSeconds", 1);
        probe.DefaultNumber("periodSeconds", 10);
        probe.DefaultNumber("successThreshold", 1);
        probe.DefaultNumber("failureThreshold", 3);
    }

    public static void OfHttpGet(JsonObject action)
    {
        action.Default("path", "/");
        action.Default("scheme", "HTTP");
    }

    public static void OfFieldSelector(JsonObject selector) => selector.Default("apiVersion", "v1");
}
