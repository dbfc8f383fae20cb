namespace Simulator.Api;

/// <summary>Label keys that decisions read.</summary>
public static class WellKnownLabels
{
    public const string Hostname = "kubernetes.io/hostname";
    public const string Zone = "failure-domain.beta.kubernetes.io/zone";
    public const string Region = "failure-domain.beta.kubernetes.io/region";
}
