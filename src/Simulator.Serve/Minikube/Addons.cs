using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Minikube;

/// <summary>What Minikube 0.10 has in kube-system, made as its add-on manager makes it: through the API.</summary>
public static class Addons
{
    private const string Home = "kube-system";

    private static readonly (string Resource, string Json)[] Objects =
    [
        ("pods", """
            {"kind":"Pod","apiVersion":"v1","metadata":{"name":"kube-addon-manager-minikube","labels":{"component":"kube-addon-manager"}},
            "spec":{"hostNetwork":true,"nodeName":"minikube","containers":[{"name":"kube-addon-manager",
            "image":"gcr.io/google-containers/kube-addon-manager-amd64:v2","resources":{"requests":{"cpu":"5m","memory":"50Mi"}}}]}}
            """),
        ("replicationcontrollers", """
            {"kind":"ReplicationController","apiVersion":"v1","metadata":{"name":"kubernetes-dashboard",
            "labels":{"app":"kubernetes-dashboard","version":"v1.1.1","kubernetes.io/cluster-service":"true"}},
            "spec":{"replicas":1,"selector":{"app":"kubernetes-dashboard","version":"v1.1.1"},"template":{"metadata":{"labels":
            {"app":"kubernetes-dashboard","version":"v1.1.1","kubernetes.io/cluster-service":"true"}},"spec":{"containers":[
            {"name":"kubernetes-dashboard","image":"gcr.io/google_containers/kubernetes-dashboard-amd64:v1.1.1",
            "imagePullPolicy":"IfNotPresent","ports":[{"containerPort":9090,"protocol":"TCP"}],
            "livenessProbe":{"httpGet":{"path":"/","port":9090},"initialDelaySeconds":30,"timeoutSeconds":30}}]}}}}
            """),
        ("services", """
            {"kind":"Service","apiVersion":"v1","metadata":{"name":"kubernetes-dashboard",
            "labels":{"app":"kubernetes-dashboard","kubernetes.io/cluster-service":"true"}},
            "spec":{"type":"NodePort","ports":[{"port":80,"targetPort":9090,"nodePort":30000}],"selector":{"app":"kubernetes-dashboard"}}}
            """),
        ("replicationcontrollers", """
            {"kind":"ReplicationController","apiVersion":"v1","metadata":{"name":"kube-dns-v19",
            "labels":{"k8s-app":"kube-dns","version":"v19","kubernetes.io/cluster-service":"true"}},
            "spec":{"replicas":1,"selector":{"k8s-app":"kube-dns","version":"v19"},"template":{"metadata":{"labels":
            {"k8s-app":"kube-dns","version":"v19","kubernetes.io/cluster-service":"true"}},"spec":{"dnsPolicy":"Default","containers":[
            {"name":"kubedns","image":"gcr.io/google_containers/kubedns-amd64:1.7","resources":{"limits":{"memory":"170Mi"},
            "requests":{"cpu":"100m","memory":"70Mi"}},"args":["--domain=cluster.local.","--dns-port=10053"],
            "ports":[{"containerPort":10053,"name":"dns-local","protocol":"UDP"}]},
            {"name":"dnsmasq","image":"gcr.io/google_containers/kube-dnsmasq-amd64:1.3",
            "ports":[{"containerPort":53,"name":"dns","protocol":"UDP"}]}]}}}}
            """),
        ("services", """
            {"kind":"Service","apiVersion":"v1","metadata":{"name":"kube-dns","labels":{"k8s-app":"kube-dns",
            "kubernetes.io/cluster-service":"true","kubernetes.io/name":"KubeDNS"}},"spec":{"selector":{"k8s-app":"kube-dns"},
            "clusterIP":"10.0.0.10","ports":[{"name":"dns","port":53,"protocol":"UDP"},{"name":"dns-tcp","port":53,"protocol":"TCP"}]}}
            """),
    ];

    /// <summary>Those that are not there yet: a start may have been cut short among them.</summary>
    /// <exception cref="InvalidOperationException">The API refused one: a bug.</exception>
    public static void Create(ServedDoor door)
    {
        foreach (var (resource, json) in Objects)
        {
            var addon = JsonNode.Parse(json)!;
            if (door.Documents.Find(new DocumentKey(resource, Home, addon["metadata"].Text("name"))) is null) Create(door, resource, addon);
        }
    }

    private static void Create(ServedDoor door, string resource, JsonNode addon)
    {
        var answer = door.Answer(new ServerRequest
        {
            Method = "POST",
            Path = $"/api/v1/namespaces/{Home}/{resource}",
            Headers = [("Content-Type", "application/json")],
            Body = Encoding.UTF8.GetBytes(addon.ToJsonString()),
        });
        if (answer.Status != 201) throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body.Span));
    }
}
