namespace Simulator.World.Dns;

/// <summary>
/// The public DNS records of federated services, as whoever asks now is answered: what resolvers outside and inside clusters read.
/// </summary>
public interface IFederatedRecords
{
    /// <summary>A name's answer is another than before (other addresses, another target, or gone): the name.</summary>
    /// <remarks>Once a change, after it; a set that is removed and added again in the same moment may be told twice.</remarks>
    event Action<string>? Changed;

    /// <param name="name">Fully qualified, without a final dot: "web.shop.fed.svc.us-east1.example.com".</param>
    /// <returns>Null: there is no such record (NXDOMAIN).</returns>
    RecordSet? Find(string name);
}
