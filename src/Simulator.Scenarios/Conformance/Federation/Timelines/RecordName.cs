namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>SERVICE.NAMESPACE.FEDERATION.svc[.ZONE.REGION].DOMAIN, taken apart; the domain has two parts.</summary>
internal sealed record RecordName(string Service, string Namespace, string Federation, string Zone, string Region, string Domain)
{
    public static RecordName? Parse(string name)
    {
        var parts = name.Split('.');
        if (parts.Length is < 6 or > 8 || parts[3] != "svc") return null;
        var domain = string.Join('.', parts[^2..]);
        return parts.Length switch
        {
            8 => new RecordName(parts[0], parts[1], parts[2], parts[4], parts[5], domain),
            7 => new RecordName(parts[0], parts[1], parts[2], "", parts[4], domain),
            _ => new RecordName(parts[0], parts[1], parts[2], "", "", domain),
        };
    }

    public override string ToString() =>
        string.Join('.', new[] { Service, Namespace, Federation, "svc", Zone, Region, Domain }.Where(part => part.Length > 0));
}
