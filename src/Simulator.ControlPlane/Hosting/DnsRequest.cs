namespace Simulator.ControlPlane.Hosting;

/// <summary>
/// A call to a DNS provider (federation/pkg/dnsprovider of 1.3.10): it costs no token, and as much time as the provider takes.
/// </summary>
/// <param name="Zone">The managed zone, for example "example.com".</param>
public abstract record DnsRequest(string Zone) : ApiRequest;

/// <summary>Which zones there are: the interface has no GET, so that every sync of a name begins with this.</summary>
public sealed record ListDnsZonesRequest(string Zone) : DnsRequest(Zone);

/// <summary>All record sets of a zone, in order of name.</summary>
public sealed record ListRecordSetsRequest(string Zone) : DnsRequest(Zone);

/// <summary>Refused (AlreadyExists) if there is a set of that name and type, or a CNAME on one side of the name.</summary>
public sealed record AddRecordSetRequest(string Zone, RecordSet Set) : DnsRequest(Zone);

/// <summary>Refused (NotFound) if just this set is not there.</summary>
public sealed record RemoveRecordSetRequest(string Zone, RecordSet Set) : DnsRequest(Zone);

public enum RecordType
{
    A,
    Cname,
}

/// <summary>What a name says.</summary>
/// <param name="Data">Addresses, in the order in which they were written and with duplicates; of a CNAME one name.</param>
public sealed record RecordSet(string Name, RecordType Type, IReadOnlyList<string> Data, TimeSpan Ttl)
{
    /// <summary>The same answer; the order of addresses says nothing.</summary>
    public bool SaysTheSame(RecordSet other) =>
        Type == other.Type && Data.Order(StringComparer.Ordinal).SequenceEqual(other.Data.Order(StringComparer.Ordinal));

    public override string ToString() => $"{(Type == RecordType.A ? "A" : "CNAME")} {string.Join(' ', Data)}";
}
