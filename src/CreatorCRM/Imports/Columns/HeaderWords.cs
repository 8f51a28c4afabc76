using System.Collections.Frozen;

namespace CreatorCRM.Imports;

/// <summary>
/// What the people who keep such lists write above their columns, in the languages seen so far. Add a word here and it is understood everywhere.
/// </summary>
internal static class HeaderWords
{
    private const string Table =
        """
        DisplayName: name|names|full name|display name|creator|creator name|influencer|influencer name|artist|artist name|talent|talent name|nickname|
            person|contact name|channel name|channel title|blogger|kol|kol name|stage name|real name|vollständiger name|anzeigename|künstlername|kanalname|
            nombre|nombre completo|nombres|creador|creadora|influenciador|nombre del canal|nome|nome completo|criador|influenciadora|nom|nom complet|
            créateur|créatrice|influenceur|influenceuse|nom d affichage|creatore|nome visualizzato|名前|氏名|お名前|インフルエンサー名|表示名|クリエイター名|チャンネル名
        FirstName: first name|firstname|given name|forename|vorname|nombre de pila|primeiro nome|prénom|名
        LastName: last name|lastname|surname|family name|nachname|familienname|apellido|apellidos|sobrenome|nom de famille|cognome|姓
        Platform: platform|platforms|social network|social media|social media platform|social platform|channel type|plattform|netzwerk|plataforma|
            red social|rede social|plateforme|réseau|réseau social|piattaforma|プラットフォーム|媒体
        Handle: handle|handles|username|user name|usernames|user|account|accounts|account name|account handle|screen name|profile name|profile|unique id|
            nick|login|creator handle|@|@handle|@username|benutzername|nutzername|kontoname|usuario|nombre de usuario|cuenta|perfil|arroba|usuário|
            nome de usuário|conta|nom d utilisateur|pseudo|pseudonyme|identifiant|compte|utente|nome utente|profilo|ユーザー名|ユーザーネーム|アカウント|アカウント名
        ProfileUrl: profile url|profile link|url|link|links|account url|account link|channel url|channel link|channel|page url|page link|social link|
            social url|profil url|profillink|kanal|kanal url|enlace|enlace perfil|url del perfil|link do perfil|lien|lien du profil|link profilo|プロフィールurl|
            リンク
        Followers: followers|follower|follower count|followers count|followercount|subscribers|subscriber|subs|subscriber count|subscribers count|fans|
            fan count|audience|audience size|followers total|followerzahl|follower anzahl|abonnenten|abonnentenzahl|seguidores|seguidores totales|
            suscriptores|inscritos|assinantes|abonnés|nombre d abonnés|abonnes|iscritti|seguaci|フォロワー|フォロワー数|登録者数|チャンネル登録者数
        PostsPerWeek: posts per week|post per week|posts week|weekly posts|videos per week|posts pro woche|beiträge pro woche|publicaciones por semana|
            posts por semana|publicações por semana|publications par semaine|posts par semaine|post a settimana|post per settimana|週間投稿数
        EngagementRate: engagement rate|engagement|engagement ratio|engagementrate|er|eng rate|average engagement|average engagement rate|interaktionsrate|
            tasa de engagement|tasa de interacción|taxa de engajamento|engajamento|taux d engagement|tasso di engagement|エンゲージメント率
        Niches: niche|niches|category|categories|content category|main category|topic|topics|vertical|genre|genres|main topic|nische|nischen|kategorie|
            kategorien|thema|themen|nicho|nichos|categoría|categorías|tema|temas|temática|categoria|categorias|catégorie|catégories|thème|thématique|
            nicchia|categorie|argomento|カテゴリ|カテゴリー|ジャンル
        Tags: tag|tags|label|labels|keyword|keywords|schlagwort|schlagworte|etiqueta|etiquetas|étiquette|étiquettes|etichetta|etichette|タグ
        Country: country|countries|country code|nation|market|land|länder|país|pais|pays|paese|nazione|国|国名|location|location country|region|origin|
            standort|ort|herkunft|herkunftsland|ubicación|localização|localisation|posizione|based in|出身地|所在地
        Languages: language|languages|lang|content language|sprache|sprachen|idioma|idiomas|langue|langues|lingua|lingue|言語
        Email: email|emails|e mail|mail|email address|email addresses|contact email|business email|contact|contact info|contact details|contacts|kontakt|
            kontaktdaten|e mail adresse|mailadresse|contacto|correo|correo electrónico|email de contacto|contato|e mail de contato|courriel|adresse email|
            adresse e mail|adresse mail|contatto|contatti|indirizzo email|メール|メールアドレス|連絡先
        Phone: phone|phone number|mobile|mobile number|telephone|tel|whatsapp|whatsapp number|telefon|telefonnummer|handy|handynummer|mobil|teléfono|
            número de teléfono|celular|telefone|téléphone|portable|telefono|cellulare|電話|電話番号
        Website: website|web site|homepage|web|site|webseite|webpage|personal site|linktree|bio link|link in bio|sitio web|página web|site web|sito|
            sito web|ウェブサイト|ホームページ
        Agency: agency|management|manager|mgmt|company|company name|talent agency|mcn|agentur|firma|unternehmen|agencia|empresa|agência|agence|société|
            agenzia|azienda|企業名|会社名|事務所|所属
        Notes: note|notes|comment|comments|remark|remarks|bio|biography|description|about|notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|
            beschreibung|notas|nota|observaciones|comentarios|descripción|observações|descrição|remarque|remarques|commentaire|biographie|descrizione|
            osservazioni|備考|メモ|自己紹介
        Age: age|age years|alter|edad|idade|âge|età|年齢
        DoNotContact: do not contact|dont contact|dnc|no contact|opt out|opted out|optout|unsubscribed|blacklist|blacklisted|blocked|nicht kontaktieren|
            gesperrt|sperrvermerk|no contactar|não contatar|ne pas contacter|non contattare|連絡不可
        Ignore: rank|ranking|rang|#|no|nr|number|id|uuid|creator id|influencer id|user id|channel id|following|followings|following count|posts|post count|
            media count|video count|videos|total likes|total views|likes total|hashtags|source|created at|updated at|collected at|scraped at|last updated|
            date|verified|is verified|gender|status|city|avatar|profile picture|profile pic url|posición|platz|position|順位
        """;

    /// <summary>Nouns that mean an average when the header says so (<see cref="AverageWords"/>), else perhaps a total.</summary>
    private const string CountTable =
        """
        AverageLikes: like|likes|likes count|curtidas|me gusta|j aime|mi piace|gefällt mir|いいね|いいね数
        AverageComments: comment|comments|comments count|kommentare|comentarios|comentários|commentaires|commenti|コメント|コメント数
        AverageViews: view|views|video views|reel views|plays|views count|aufrufe|views pro video|visualizaciones|reproducciones|vistas|visualizações|vues|
            visualizzazioni|再生数|再生回数
        AverageShares: share|shares|shares count|geteilt|compartidos|compartilhamentos|partages|condivisioni|シェア|シェア数
        """;

    public static FrozenDictionary<string, ColumnMeaning> Phrases { get; } = Build(Table);

    public static FrozenDictionary<string, ColumnMeaning> Counts { get; } = Build(CountTable);

    /// <summary>Dropped when the header with them is not understood: "Number of followers (current)".</summary>
    public static FrozenSet<string> Noise { get; } = Set(
        """
        number|count|of|the|a|total|totals|no|nr|num|anzahl|influencer|influencers|creator|creators|kol|current|de|del|da|do|di|des|du|la|el|in|my|your|
        social|media|page|official|nombre|número|numero|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|
        september|october|november|december|as|at|on|latest|main|primary
        """);

    public static FrozenSet<string> AverageWords { get; } = Set(
        """
        average|avg|ave|mean|median|ø|durchschnitt|durchschnittliche|durchschn|mittlere|promedio|média|médio|médias|media|medio|moyenne|moyen|moyens|
        moyennes|medie|平均
        """);

    /// <summary>Words that turn a known column into something else: "followers growth", "audience country".</summary>
    public static FrozenSet<string> Strangers { get; } = Set(
        """
        growth|gained|lost|fake|change|wachstum|crecimiento|crescimento|croissance|crescita|target|goal|top|quality|credibility|real|suspicious|notable|
        price|rate card|previous|old|audience
        """);

    private static FrozenDictionary<string, ColumnMeaning> Build(string table) =>
        WordTable.Read(table).DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => Enum.Parse<ColumnMeaning>(pair.Key));

    private static FrozenSet<string> Set(string words) => WordTable.Words(words).ToFrozenSet();
}
