using System.Text;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>The name under which DNS shall know a pod of a headless service.</summary>
internal static class PodHostname
{
    /// <summary>Set if the pod's subdomain is the service's name; "" otherwise. The spec stands before the annotation.</summary>
    public static string Within(Service service, Pod pod)
    {
        var subdomain = Either(pod.Spec.Subdomain, pod, WellKnownAnnotations.PodSubdomain);
        return subdomain == service.Name && pod.Namespace == service.Namespace
            ? Either(pod.Spec.Hostname, pod, WellKnownAnnotations.PodHostname)
            : "";
    }

    /// <summary>The JSON text of the hostnames-map annotation, as Go marshals it; "" for none.</summary>
    public static string ToAnnotation(SortedDictionary<string, string> hostnamesByIp)
    {
        if (hostnamesByIp.Count == 0) return "";
        var text = new StringBuilder("{");
        foreach (var (ip, hostname) in hostnamesByIp)
        {
            if (text.Length > 1) text.Append(',');
            text.Append('"').Append(ip).Append("\":{\"HostName\":\"").Append(hostname).Append("\"}");
        }

        return text.Append('}').ToString();
    }

    private static string Either(string value, Pod pod, string annotation) =>
        value.Length > 0 ? value : pod.Metadata.Annotations.ValueOrEmpty(annotation);
}
