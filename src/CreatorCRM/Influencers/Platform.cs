namespace CreatorCRM.Influencers;

/// <summary>Where an account is.</summary>
public enum Platform { Instagram, Tiktok, Youtube, Twitch, X, Facebook, Pinterest, Linkedin, Snapchat, Threads, Blog, Podcast, Newsletter }
